package jstest

import "github.com/chromedp/cdproto/runtime"

// awaitPromise makes Evaluate wait for the script's promise.
func awaitPromise(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
