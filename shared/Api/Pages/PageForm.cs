using Microsoft.AspNetCore.Http.Features;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Reads the few fields of a page's form, in either of the two ways in which forms and mailboxes send them.</summary>
static class PageForm
{
    const int Most = 8 * 1024;
    static readonly FormOptions Small = new() { BufferBodyLengthLimit = Most, MultipartBodyLengthLimit = Most, ValueCountLimit = 8, KeyLengthLimit = 100, ValueLengthLimit = 1000 };

    /// <returns>Empty when there is no form.</returns>
    /// <exception cref="InvalidDataException">It is no form of ours.</exception>
    public static async Task<IFormCollection> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Most) throw new InvalidDataException("The form is too large.");
        return request.HasFormContentType ? await request.ReadFormAsync(Small, ct) : FormCollection.Empty;
    }
}
