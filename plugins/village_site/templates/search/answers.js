/* What is answered to a query, in Material's box and on the light page alike: pages by their names and, where a
   code is typed, the page of that code. */

/* Made of an index as it is fetched: {docs, config: {villages}}, where `docs` are the packed pages. Gives items as
   Material's box takes them; our own words in them are English where that is asked for. */
function createAnswers(index, english) {
  const settings = english ? index.config.villages.english : index.config.villages;
  const finder = createFinder(unpack(index.docs), settings.former);

  /* The page of a typed code is asked for only when somebody follows the link: there is no list of codes. A
     wrong code comes after what has its letters, and leads to the page that helps with codes one symbol off. */
  function find(query) {
    const code = codeIn(query);
    const found = finder.find(query);
    if (!candidates(code).length) return found;
    const item = {
      location: 'Q/' + code + '/',
      title: settings.code + ' <mark>' + shown(code) + '</mark>',
      text: isCode(code) ? settings.codeRight : settings.codeWrong,
      score: isCode(code) ? MOST_PAGES + 1 : 0,
      terms: {}
    };
    return isCode(code) ? [[item]].concat(found) : found.concat([[item]]);
  }

  return { addNames: finder.addNames, find: find };
}
