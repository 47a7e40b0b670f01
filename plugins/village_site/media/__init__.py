"""Files that lie beside the data and are published with it: photographs, 360° pictures with the viewer that
opens them, documents."""
