{# What both workers must agree on. A path holds no space, so no site's names begin with another's. #}
const ROOT = new URL('./', self.location).href;
const OWN = {{ (project ~ " ")|tojson }} + new URL(ROOT).pathname + ' ';
