namespace AesthetixWorkflows.Local.SignIn;

/// <summary>A browser that is signed in. It may do what its key may do, and no longer than the key lives.</summary>
/// <param name="Hash">Of the secret in the cookie, which is kept nowhere.</param>
/// <param name="KeyHash">Of the key that it stands for.</param>
sealed record Session(string Hash, string KeyHash, DateTimeOffset Until);
