/** How every page for people looks: in light and dark, from 320 pixels on, on paper. */
export const pageStyle = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:1rem;color:#161616;background:#fff}
header{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid #666;padding-bottom:.5rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}
label{display:block;font-weight:600}span[id]{display:block;color:#4a4a4a}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #4a4a4a;background:#fff;color:#161616}
button{font:inherit;padding:.6rem 1rem;min-height:44px;border-radius:6px;border:2px solid #1f3864;background:#1f3864;color:#fff;cursor:pointer}
button.reveal{margin-top:.5rem;background:transparent;color:inherit;border:1px solid #4a4a4a}
button:disabled{background:#4a4a4a;border-color:#4a4a4a;color:#fff}a{color:#1f3864}
:focus-visible{outline:3px solid #0a76f6;outline-offset:2px}
#told:empty{display:none}#told,.refused{overflow-wrap:anywhere;padding:.75rem;border-left:4px solid #4a4a4a}
#told.done{border-color:#18753c}.refused,#told.refused{border-color:#ce0500}
#drawing svg{width:14rem;max-width:100%;height:auto}code,#codes{font-family:ui-monospace,monospace}code{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}span[id]{color:#cecece}a{color:#a9b8ff}
input{background:#242424;color:#f2f2f2;border-color:#cecece}button{background:#a9b8ff;border-color:#a9b8ff;color:#161616}
button.reveal{background:transparent;color:inherit;border-color:#cecece}}
@media print{header a,form{display:none}}
`;
