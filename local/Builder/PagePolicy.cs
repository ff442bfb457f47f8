namespace AesthetixWorkflows.Local.Builder;

/// <summary>What the builder's documents may do in a browser. <c>builder/public/staticwebapp.config.json</c> says the same
/// where they are served as plain files.</summary>
static class PagePolicy
{
    const string App =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The frame in which an email is shown. Its own script writes the email into it; nothing of the email runs, and
    /// the frame has no origin, so it reaches neither the app nor the session.</summary>
    const string Email =
        "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src https: data:; font-src https: data:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    public static string? Of(string path) => path switch
    {
        "email.html" => Email,
        _ when path.EndsWith(".html", StringComparison.Ordinal) => App,
        // Opened by itself, a picture is a document too.
        _ when path.EndsWith(".svg", StringComparison.Ordinal) => "default-src 'none'; style-src 'unsafe-inline'",
        _ => null,
    };
}
