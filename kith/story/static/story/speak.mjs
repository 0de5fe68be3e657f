// Recording a voice on this page. Without this the same field opens the device's own recorder.
// In another language the page brings its words for these; in English there are none.
const words = JSON.parse(document.body.dataset.kithWords ?? "{}");
const said = (text) => words[text] ?? text;
const LONGEST = 600; // seconds
const KINDS = [
  ["audio/mp4", "m4a"],
  ["audio/webm", "webm"],
  ["audio/ogg", "ogg"],
];

const input = document.querySelector("input[type=file][name=voice]");
if (input && window.DataTransfer && window.MediaRecorder && navigator.mediaDevices?.getUserMedia) offer(input);

function offer(input) {
  const press = document.createElement("button");
  press.type = "button";
  press.className = "govuk-button govuk-button--secondary";
  press.textContent = said("Record here");
  const state = document.createElement("p");
  state.className = "govuk-hint kith-heard";
  state.setAttribute("role", "status");
  input.before(press, state);
  let recorder = null;

  press.addEventListener("click", async () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    let sound;
    try {
      sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      state.textContent = said("This device did not let the page listen. You can choose a recording below.");
      return;
    }
    begin(sound);
  });

  function begin(sound) {
    const [type, ending] = KINDS.find(([kind]) => MediaRecorder.isTypeSupported(kind)) ?? ["", "webm"];
    const parts = [];
    const started = Date.now();
    recorder = new MediaRecorder(sound, type ? { mimeType: type } : {});
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of sound.getTracks()) track.stop();
      const files = new DataTransfer();
      files.items.add(new File(parts, `my-voice.${ending}`, { type }));
      input.files = files.files;
      recorder = null;
      press.textContent = said("Record again");
      state.textContent = said("Recorded: %(seconds)s seconds. It goes when you press “Send it”.").replace("%(seconds)s", seconds(started)).replace("1 seconds", "1 second");
    });
    const clock = setInterval(() => {
      if ((Date.now() - started) / 1000 > LONGEST) recorder?.stop();
    }, 1000);
    recorder.start();
    press.textContent = said("Stop");
    state.textContent = said("Recording now. Press Stop when you have finished.");
  }
}

function seconds(since) {
  return Math.max(1, Math.round((Date.now() - since) / 1000));
}
