// Drawing on the screen. Without this the same field takes a photo of a drawing on paper.
// In another language the page brings its words for these; in English there are none.
const words = JSON.parse(document.body.dataset.kithWords ?? "{}");
const said = (text) => words[text] ?? text;
const input = document.querySelector("input[type=file][name=drawing]");
if (input && window.DataTransfer && HTMLCanvasElement.prototype.toBlob) offer(input);

function offer(input) {
  const open = button(said("Draw here"), "govuk-button govuk-button--secondary");
  input.before(open);
  open.addEventListener("click", () => {
    open.remove();
    board(input);
  });
}

function board(input) {
  const canvas = document.createElement("canvas");
  canvas.className = "kith-board";
  canvas.width = 800;
  canvas.height = 600;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", said("Your drawing"));
  const back = button(said("Take the last line back"));
  const away = button(said("Rub it all out"));
  const tools = document.createElement("p");
  tools.className = "kith-board__tools";
  tools.append(back, away);
  input.before(canvas, tools);

  const pen = canvas.getContext("2d");
  const lines = [];
  let line = null;

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    line = [at(event)];
    lines.push(line);
    draw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line) return;
    line.push(at(event));
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => line && done());
  back.addEventListener("click", () => {
    lines.pop();
    draw();
    done();
  });
  away.addEventListener("click", () => {
    lines.length = 0;
    draw();
    done();
  });
  draw();

  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
  }

  function draw() {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = "#1d2327";
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = "round";
    for (const points of lines) {
      pen.beginPath();
      pen.moveTo(...points[0]);
      for (const point of points) pen.lineTo(...point);
      pen.stroke();
    }
  }

  function done() {
    line = null;
    if (lines.length === 0) {
      input.value = "";
      return;
    }
    canvas.toBlob((picture) => {
      const files = new DataTransfer();
      files.items.add(new File([picture], "drawing.png", { type: "image/png" }));
      input.files = files.files;
    }, "image/png");
  }
}

function button(words, look = "kith-link-button") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = words;
  return made;
}
