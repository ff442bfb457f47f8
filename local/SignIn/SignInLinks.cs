using System.Security.Cryptography;
using AesthetixWorkflows.Api.Access;

namespace AesthetixWorkflows.Local.SignIn;

/// <summary>Addresses that sign in whoever opens them: once, and within ten minutes. They die with the process.</summary>
/// <param name="time">Real time: a demonstration clock that is moved on must not age them.</param>
sealed class SignInLinks(TimeProvider time)
{
    public const string Parameter = "signin";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    const int Most = 20;

    readonly Lock _lock = new();
    readonly List<(string Hash, string KeyHash, DateTimeOffset Until)> _open = [];

    /// <param name="keyHash">Whose key the session will stand for.</param>
    public SignInLink Make(string keyHash)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var until = time.GetUtcNow() + Lasts;
        lock (_lock)
        {
            _open.RemoveAll(link => link.Until <= time.GetUtcNow());
            if (_open.Count == Most) _open.RemoveAt(0);
            _open.Add((KeyRing.HashOf(token), keyHash, until));
        }
        return new(token, until);
    }

    /// <returns>The hash of the key it stood for; null: unknown, used or too old.</returns>
    public string? Use(string token)
    {
        var hash = KeyRing.HashOf(token);
        lock (_lock)
        {
            var at = _open.FindIndex(link => link.Hash == hash);
            if (at < 0) return null;
            var (_, keyHash, until) = _open[at];
            _open.RemoveAt(at);
            return until > time.GetUtcNow() ? keyHash : null;
        }
    }
}

/// <summary>What <see cref="SignInLinks"/> gave out.</summary>
sealed record SignInLink(string Token, DateTimeOffset Until)
{
    public string At(string address) => $"{address}/?{SignInLinks.Parameter}={Token}";
}
