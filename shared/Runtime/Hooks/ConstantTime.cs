using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Compares secrets in a time that tells nothing about where, or in length, they differ.</summary>
static class ConstantTime
{
    public static bool Same(string a, string b) => Same(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    // Hashes are of one length, so that not even the length of the secret shows.
    public static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(a), SHA256.HashData(b));
}
