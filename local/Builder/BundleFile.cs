using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace AesthetixWorkflows.Local.Builder;

/// <summary>One file of the builder; read, hashed and compressed when it is first asked for.</summary>
sealed class BundleFile
{
    static readonly FileExtensionContentTypeProvider Types = new();

    readonly Lazy<byte[]> _plain;
    readonly Lazy<byte[]?> _brotli, _gzip;
    readonly Lazy<string> _hash;

    public BundleFile(Assembly assembly, string resource, string path)
    {
        Path = path;
        Type = !Types.TryGetContentType(path, out var type) ? "application/octet-stream" : type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        _plain = new(() => Read(assembly, resource));
        _brotli = new(() => Smaller(to => new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true)));
        _gzip = new(() => Smaller(to => new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true)));
        _hash = new(() => Convert.ToHexStringLower(SHA256.HashData(_plain.Value))[..20]);
    }

    public string Path { get; }
    public string Type { get; }
    /// <summary>Its name carries a hash of its content, so it never changes.</summary>
    public bool Hashed => Path.StartsWith("assets/", StringComparison.Ordinal);

    /// <param name="encoding"><c>br</c>, <c>gzip</c> or null.</param>
    /// <returns>The bytes, as what they are encoded after all, and their tag.</returns>
    public (byte[] Bytes, string? Encoding, string Tag) As(string? encoding)
    {
        var bytes = encoding switch { "br" => _brotli.Value, "gzip" => _gzip.Value, _ => null };
        return bytes is null ? (_plain.Value, null, $"\"{_hash.Value}\"") : (bytes, encoding, $"\"{_hash.Value}-{encoding}\"");
    }

    static byte[] Read(Assembly assembly, string resource)
    {
        using var from = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[from.Length];
        from.ReadExactly(bytes);
        return bytes;
    }

    // Pictures do not get smaller.
    byte[]? Smaller(Func<Stream, Stream> squeeze)
    {
        using var to = new MemoryStream();
        using (var through = squeeze(to)) through.Write(_plain.Value);
        return to.Length < _plain.Value.Length ? to.ToArray() : null;
    }
}
