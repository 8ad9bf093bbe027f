
(() => {
  "use strict";
  const laid = document.getElementById("laid");
  const controls = document.getElementById("controls");
  const wipe = document.getElementById("wipe");
  const picture = document.getElementById("picture-a");
  laid.querySelector(".base").src = picture.src;
  laid.style.setProperty("--ratio", picture.getAttribute("width") / picture.getAttribute("height"));
  for (const slider of controls.querySelectorAll("input[type=range]")) {
    const output = controls.querySelector(`output[for=${slider.id}]`);
    const show = () => {
      laid.style.setProperty(`--${slider.id}`, `${slider.value}%`);
      output.textContent = `${slider.value} %`;
      slider.setAttribute("aria-valuetext", `${slider.value} % ${slider.dataset.of}`);
    };
    slider.addEventListener("input", show);
    show();
  }
  const lines = document.getElementById("lines");
  const outline = () => laid.classList.toggle("bare", !lines.checked);
  lines.addEventListener("change", outline);
  outline();
  const drag = (event) => {
    if (!(event.buttons & 1)) return;
    const box = laid.getBoundingClientRect();
    wipe.value = Math.round(100 * (event.clientX - box.left) / box.width);
    wipe.dispatchEvent(new Event("input"));
  };
  laid.addEventListener("pointerdown", drag);
  laid.addEventListener("pointermove", drag);
  laid.addEventListener("dragstart", (event) => event.preventDefault());
  laid.classList.add("live");
  controls.hidden = false;
})();
