namespace AesthetixWorkflows.Local.SignIn;

/// <summary>How a browser carries its session.</summary>
static class SessionCookie
{
    /// <remarks>Browsers share cookies among all ports of a machine; two hosts on one must not sign each other out.</remarks>
    static string NameAt(HttpRequest request) => $"aesthetix-{request.Host.Port ?? (request.IsHttps ? 443 : 80)}";

    public static string? Read(HttpRequest request) => request.Cookies[NameAt(request)];

    public static void Write(HttpContext http, string secret) => http.Response.Cookies.Append(NameAt(http.Request), secret, Rules(http.Request, Sessions.Lasts));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(NameAt(http.Request), Rules(http.Request, null));

    static CookieOptions Rules(HttpRequest request, TimeSpan? lasts) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = request.IsHttps, MaxAge = lasts, IsEssential = true,
    };
}
