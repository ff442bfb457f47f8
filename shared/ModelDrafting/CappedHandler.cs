using System.Net;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>Reads no more of an answer than it may have, and follows no redirect: the key goes where it was meant to.</summary>
sealed class CappedHandler(int most) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await Read(response, cancellationToken);
        var content = new ByteArrayContent(body);
        if (response.Content.Headers.ContentType is { } type) content.Headers.ContentType = type;
        response.Content.Dispose();
        response.Content = content;
        return response;
    }

    async Task<byte[]> Read(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > most) throw new HttpRequestException("The answer is too large.", null, HttpStatusCode.RequestEntityTooLarge);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > most) throw new HttpRequestException("The answer is too large.", null, HttpStatusCode.RequestEntityTooLarge);
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
