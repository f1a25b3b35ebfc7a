/** How the button and the frame stand in a platform's page. */
export const LOADER_STYLE = `
:host{position:fixed;right:16px;bottom:16px;z-index:2147483000;display:block}
button{position:relative;width:52px;height:52px;border:0;border-radius:50%;background:#5a4cd0;cursor:pointer;box-shadow:0 4px 16px #0005}
button:focus-visible{outline:3px solid #a99dff;outline-offset:2px}
svg{width:26px;height:26px;fill:#fff;display:block;margin:auto}
span{position:absolute;top:-4px;right:-4px;min-width:20px;padding:0 5px;box-sizing:border-box;font:600 12px/20px system-ui,sans-serif;color:#fff;background:#b3141c;border-radius:10px}
iframe{position:absolute;right:0;bottom:64px;width:376px;height:min(620px,calc(100vh - 100px));border:0;border-radius:14px;box-shadow:0 10px 40px #0007;background:transparent;color-scheme:normal}
[hidden]{display:none}
@media(max-width:480px){iframe{position:fixed;inset:0;width:100%;height:100%;border-radius:0}}
`;
