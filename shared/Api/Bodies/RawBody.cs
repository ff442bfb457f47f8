using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>The bytes of a request's body, read once and never more than the limit.</summary>
public sealed class RawBody
{
    public const int Limit = 256 * 1024;

    RawBody(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    public ReadOnlyMemory<byte> Bytes { get; }

    public static async ValueTask<RawBody> Of(HttpContext http)
    {
        if (http.Features.Get<RawBody>() is { } known) return known;
        var body = new RawBody(await Read(http.Request, http.RequestAborted));
        http.Features.Set(body);
        return body;
    }

    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken ct, int limit = Limit)
    {
        if (request.ContentLength > limit) throw TooLarge();
        // One byte more than we expect, so that the end is seen without growing the buffer.
        var buffer = new byte[(int)(request.ContentLength ?? 4095) + 1];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), ct);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > limit) throw TooLarge();
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
        }
    }

    static RefusedException TooLarge() => new(new(Codes.BodyTooLarge));
}
