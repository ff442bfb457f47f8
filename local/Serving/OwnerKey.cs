using System.Security.Cryptography;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>The key of the person who runs this host: from the environment, or made once and kept in the data folder.</summary>
static class OwnerKey
{
    public const string FileName = "owner.key";

    public static async Task<string> Ensure(IStore store, IIdSource ids, TimeProvider clock, string folder, LocalOptions options)
    {
        var path = Path.Combine(folder, FileName);
        var key = options.OwnerKey ?? (File.Exists(path) ? (await File.ReadAllTextAsync(path)).Trim() : Make(path));
        var hash = KeyRing.HashOf(key);
        if (await store.FindBy(Kinds.Key, SharedRecords.Everybody, "hash", hash) is null)
            await store.Commit(new ChangeSet(DemoPractice.Id).PutShared(Kinds.Key, ids.New("key"), new ApiKey("owner", hash, [.. Scopes.All], clock.GetUtcNow()), 0));
        return key;
    }

    static string Make(string path)
    {
        var key = "ak_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, file);
        writer.WriteLine(key);
        return key;
    }
}
