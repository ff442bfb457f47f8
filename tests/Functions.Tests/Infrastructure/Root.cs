using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Functions.Tests.Infrastructure;

/// <summary>The repository's own files.</summary>
static class Root
{
    static readonly string Folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public static JsonObject Json(string path) => JsonNode.Parse(Text(path))!.AsObject();

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories);

    static string Find(DirectoryInfo? here) =>
        here is null ? throw new InvalidOperationException("The tests run outside of the repository.")
        : File.Exists(Path.Combine(here.FullName, "AesthetixWorkflows.sln")) ? here.FullName
        : Find(here.Parent);
}
