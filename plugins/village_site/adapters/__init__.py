"""Where the build meets a host. Nothing outside this folder knows of one."""
