"use strict";
(function () {
  var body = document.querySelector(".matrix tbody"), rows = Array.from(body.rows);
  var find = document.getElementById("find"), show = document.getElementById("show");
  document.querySelector(".tools").hidden = false;
  function filter() {
    var words = find.value.trim().toLowerCase();
    rows.forEach(function (row) {
      var fits = !show.value || row.dataset.state === show.value;
      row.hidden = !fits || (words !== "" && !row.textContent.toLowerCase().includes(words));
    });
  }
  find.addEventListener("input", filter);
  show.addEventListener("change", filter);
  document.querySelectorAll(".matrix .heads th").forEach(function (head, at) {
    var down = false;
    head.dataset.sorts = "";
    head.addEventListener("click", function () {
      down = !down;
      rows.sort(function (one, other) {
        var a = one.cells[at].textContent, b = other.cells[at].textContent;
        var order = a !== "" && b !== "" && !isNaN(a) && !isNaN(b) ? a - b : a.localeCompare(b, "zh");
        return down ? order : -order;
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
})();
