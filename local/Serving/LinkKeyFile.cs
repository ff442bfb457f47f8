using AesthetixWorkflows.Local.Storage;
using System.Security.Cryptography;
using AesthetixWorkflows.Runtime.Links;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>The keys of public addresses, one a line, in the data folder beside the owner's: made once. A new one goes on top.</summary>
static class LinkKeyFile
{
    const string FileName = "links.key";

    /// <exception cref="StoreRefusedException">Somebody has made the file unreadable; another key would break every link that was sent.</exception>
    public static LinkKeys Ensure(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) Make(path);
        return LinkKeys.Parse(File.ReadAllText(path))
            ?? throw new StoreRefusedException($"{path} holds no key of at least {LinkKeys.ShortestKey} characters. Bring back the one that links were sent with, or delete the file: then those links are dead.");
    }

    static void Make(string path)
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, file);
        writer.WriteLine("lk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
    }
}
