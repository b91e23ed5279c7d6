// On narrow screens the menu starts closed; without scripts it stays open, so that nothing is out of reach.
(function () {
  var menu = document.querySelector("details.ft-menu");
  if (menu && window.matchMedia("(max-width: 48rem)").matches) {
    menu.removeAttribute("open");
  }
})();
