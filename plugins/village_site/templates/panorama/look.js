// Opens 360° pictures in a dialog. The viewer is fetched when the first one is asked for, and not before.
(() => {
  "use strict";
  const { src, dataset: words } = document.currentScript;
  for (const button of document.querySelectorAll("[data-vs-around]")) button.hidden = false;
  if (window.villagesLookAround) return; // the listener is the document's: once, however many pages follow
  window.villagesLookAround = true;

  let viewer;
  const loaded = () => (viewer ??= Promise.all([fetched("link", "pannellum.css"), fetched("script", "pannellum.js")]));

  function fetched(tag, name) {
    return new Promise((done, failed) => {
      const element = document.createElement(tag);
      element.onload = done;
      element.onerror = () => {
        viewer = undefined; // the next press tries again
        failed(new Error(name));
      };
      if (tag === "link") element.rel = "stylesheet";
      element[tag === "link" ? "href" : "src"] = new URL(name, src).href;
      document.head.append(element);
    });
  }

  function part(tag, className, text = "") {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function open(button) {
    const picture = new URL(button.dataset.vsAround, document.baseURI).href;
    const dialog = part("dialog", "vs-around");
    dialog.setAttribute("aria-label", button.dataset.title);
    const close = part("button", "vs-around-close", words.close);
    const stage = part("div", "vs-around-stage");
    const help = part("p", "vs-around-help", words.help);
    let shown;
    dialog.append(close, stage, help);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      shown?.destroy();
      dialog.remove();
      button.focus();
    });
    dialog.showModal();

    const lieFlat = () => {
      shown = undefined;
      const flat = part("img", "vs-around-flat");
      flat.src = picture;
      flat.alt = button.dataset.title;
      stage.replaceChildren(flat);
      help.textContent = words.failed;
    };
    const lookAround = () => {
      if (!dialog.open) return;
      shown = window.pannellum.viewer(stage, {
        type: "equirectangular",
        panorama: picture,
        autoLoad: true,
        showFullscreenCtrl: false, // it fills the screen already
        compass: false,
        // Arrows, +, - and w a s d are the viewer's; Esc is the dialog's.
        capturedKeyNumbers: [16, 17, 37, 38, 39, 40, 61, 65, 68, 83, 87, 107, 109, 173, 187, 189],
        strings: { loadingLabel: words.loading },
      });
      shown.on("error", lieFlat);
      shown.on("load", () => {
        dialog.dataset.ready = "";
        stage.focus();
      });
    };
    loaded().then(lookAround, lieFlat);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-vs-around]");
    if (button) open(button);
  });
})();
