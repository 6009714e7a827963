// Shows the description of this very server; asks nobody else, stores nothing.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    validatorUrl: null,
    persistAuthorization: false,
    defaultModelsExpandDepth: 0,
    showExtensions: true,
    presets: [SwaggerUIBundle.presets.apis],
  });
});
