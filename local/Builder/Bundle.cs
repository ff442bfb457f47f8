using System.Collections.Frozen;
using System.Reflection;

namespace AesthetixWorkflows.Local.Builder;

/// <summary>The builder's files, as the build put them into this assembly (<c>Builder.targets</c>). Empty when it was built without Node.js.</summary>
sealed class Bundle
{
    const string Prefix = "builder/";
    const string Start = "index.html";

    readonly FrozenDictionary<string, BundleFile> _files;

    public Bundle() : this(typeof(Bundle).Assembly, Prefix) { }

    public Bundle(Assembly assembly, string prefix) => _files = assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        // On Windows the build writes its own kind of slash.
        .Select(name => new BundleFile(assembly, name, name[prefix.Length..].Replace('\\', '/')))
        .ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>The app itself: the same document for every one of its pages. Null: there is none in this build.</summary>
    public BundleFile? App => _files.GetValueOrDefault(Start);

    public BundleFile? Find(string path) => _files.GetValueOrDefault(path);
}
