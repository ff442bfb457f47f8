using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;

namespace AesthetixWorkflows.Local.SignIn;

/// <summary>Who is signed in, kept beside the data so that a restart signs nobody out.</summary>
sealed class Sessions
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    /// <summary>A session in use is prolonged, but its file is not written for every request.</summary>
    static readonly TimeSpan Step = TimeSpan.FromMinutes(15);
    const int Most = 200;

    readonly string _path;
    readonly TimeProvider _time;
    readonly ConcurrentDictionary<string, Session> _live;
    readonly Lock _writing = new();

    /// <param name="time">Real time: a demonstration clock that is moved on by a week must not sign anybody out.</param>
    public Sessions(string folder, TimeProvider time)
    {
        (_path, _time) = (Path.Combine(folder, "sessions.json"), time);
        _live = new(Read().Where(s => s.Until > time.GetUtcNow()).Select(s => KeyValuePair.Create(s.Hash, s)));
    }

    /// <returns>The secret for the cookie.</returns>
    public string Open(string keyHash)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var session = new Session(KeyRing.HashOf(secret), keyHash, _time.GetUtcNow() + Lasts);
        _live[session.Hash] = session;
        Write();
        return secret;
    }

    /// <returns>Null: there is no such session any more. Prolonged: the cookie should live on too.</returns>
    public (Session Session, bool Prolonged)? Find(string secret)
    {
        if (!_live.TryGetValue(KeyRing.HashOf(secret), out var session)) return null;
        var now = _time.GetUtcNow();
        if (session.Until <= now) return null;
        if (now + Lasts - session.Until < Step) return (session, false);
        var longer = session with { Until = now + Lasts };
        // When it was ended meanwhile, it stays ended.
        if (!_live.TryUpdate(session.Hash, longer, session)) return _live.ContainsKey(session.Hash) ? (session, false) : null;
        Write();
        return (longer, true);
    }

    public void End(string secret)
    {
        if (_live.TryRemove(KeyRing.HashOf(secret), out _)) Write();
    }

    List<Session> Read()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize<List<Session>>(File.ReadAllText(_path)) ?? [] : [];
        }
        catch (JsonException)
        {
            // Somebody wrote into it; at worst everybody signs in again.
            return [];
        }
    }

    void Write()
    {
        lock (_writing)
        {
            var now = _time.GetUtcNow();
            foreach (var over in _live.Values.Where(s => s.Until <= now).Concat(_live.Values.OrderByDescending(s => s.Until).Skip(Most)).ToList()) _live.TryRemove(over.Hash, out _);
            var draft = _path + ".new";
            File.Delete(draft);
            var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(draft, file)) JsonSerializer.Serialize(stream, _live.Values);
            File.Move(draft, _path, overwrite: true);
        }
    }
}
