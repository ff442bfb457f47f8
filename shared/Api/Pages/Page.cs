using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>A page for a patient: plain HTML that reads in light and dark, on any screen, without a script.</summary>
/// <param name="Practice">Whose page it is; null while nobody knows.</param>
/// <param name="Body">HTML; whatever came from elsewhere is escaped in it.</param>
sealed record Page(int Status, string? Practice, string Title, string Body, int? RetryAfter = null) : IResult
{
    const string Style = """
        :root{color-scheme:light dark;--ground:#f5f3ef;--card:#fff;--ink:#1d2126;--soft:#565d66;--line:#d8d4cc;--go:#0b6455;--goink:#fff;--mark:#e3f1ee;--bad:#a3261d}
        @media(prefers-color-scheme:dark){:root{--ground:#141619;--card:#1d2024;--ink:#eceae6;--soft:#a9b0b9;--line:#3a4047;--go:#63cdb6;--goink:#06251f;--mark:#17332e;--bad:#ff9a90}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:38rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
        .who{color:var(--soft);margin:0 0 .25rem}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 1.25rem}
        h2,legend{font-size:1.05rem;font-weight:600}
        form,.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin:0 0 1rem}
        fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
        legend{padding:0;margin:0 0 .5rem}
        label{display:flex;gap:.75rem;align-items:flex-start;padding:.5rem 0;cursor:pointer}
        input[type=radio]{accent-color:var(--go);width:1.2rem;height:1.2rem;margin:.2rem 0 0;flex:none}
        small{display:block;color:var(--soft);font-size:.9rem}
        button{font:inherit;font-weight:600;color:var(--goink);background:var(--go);border:1px solid var(--go);border-radius:8px;padding:.7rem 1.1rem;cursor:pointer;min-height:2.75rem}
        button.quiet{background:none;color:var(--go)}
        :focus-visible{outline:3px solid var(--go);outline-offset:2px}
        .done{background:var(--mark);border-radius:12px;padding:1rem 1.25rem;margin:0 0 1rem}
        .wrong{color:var(--bad);font-weight:600}
        .soft{color:var(--soft)}
        .slots{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.5rem,1fr));gap:.5rem}
        .slots label{position:relative;justify-content:center;border:1px solid var(--line);border-radius:8px;padding:.55rem .25rem;min-height:2.75rem}
        .slots input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
        .slots label:has(:checked){background:var(--go);border-color:var(--go);color:var(--goink);font-weight:600}
        .slots label:has(:focus-visible){outline:3px solid var(--go);outline-offset:2px}
        .bar{position:sticky;bottom:0;background:var(--card);padding:.75rem 0;margin:0 0 -.75rem}
        @media(forced-colors:active){.slots label:has(:checked){outline:3px solid Highlight}}
        """;

    /// <summary>Nothing but this very style and forms to ourselves: whatever else may have got into a page does nothing.</summary>
    static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Page Unknown { get; } = Sorry(StatusCodes.Status404NotFound, "This link does not work",
        "It may have been cut off on its way. Please open it from the message again, or ask the practice.");

    public static Page TooMany { get; } = Sorry(StatusCodes.Status429TooManyRequests, "One moment, please", "This page was opened very often just now. Try again in a few seconds.") with { RetryAfter = 10 };

    public static Page Away { get; } = Sorry(StatusCodes.Status503ServiceUnavailable, "One moment, please", "Nothing was changed. Try again in a few seconds.") with { RetryAfter = 5 };

    public static Page Unreadable { get; } = Sorry(StatusCodes.Status400BadRequest, "That did not work", "Nothing was changed. Please open the link from the message again.");

    public static Page Sorry(int status, string title, string words, string? practice = null) => new(status, practice, title, $"<p>{Html.Escape(words)}</p>");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType) = (Status, "text/html; charset=utf-8");
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        PageGuard.Protect(response);
        response.Headers.ContentSecurityPolicy = Policy;
        return response.WriteAsync(Text(), httpContext.RequestAborted);
    }

    string Text() => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{Html.Escape(Practice is null ? Title : $"{Title} · {Practice}")}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {(Practice is null ? "" : $"<p class=\"who\">{Html.Escape(Practice)}</p>")}
        <h1>{Html.Escape(Title)}</h1>
        {Body}
        </main>
        </body>
        </html>

        """;
}
