using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.House;

/// <summary>Which room of Core may know which, what Core may know at all, and how long a file may be.</summary>
public sealed partial class HouseTests
{
    const int LongestFile = 400;

    /// <summary>A room may use those above it, and those on its own line.</summary>
    /// <remarks>Records comes after Machine because it holds the stored shape of everything, inputs and history included.</remarks>
    static readonly string[][] rooms =
    [
        ["Reading", "Identity", "Consent", "Replies"],
        ["Calendars"],
        ["Conditions", "Wording"],
        ["Definitions"],
        ["Events"],
        ["Lint"],
        ["Enrollments"],
        ["Machine"],
        ["Records"],
        ["Simulation"],
    ];

    [GeneratedRegex(@"AesthetixWorkflows\.Core\.(\w+)")]
    private static partial Regex Mention { get; }

    static int Floor(string room) => Array.FindIndex(rooms, floor => floor.Contains(room));

    [Fact]
    public void Every_room_of_Core_has_its_place() =>
        Assert.All(Directory.GetDirectories(Path.Combine(Repository.Root, "shared", "Core")).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]),
            room => Assert.True(Floor(room) >= 0, $"Say in {nameof(HouseTests)} which rooms {room} may use."));

    [Fact]
    public void No_room_of_Core_uses_one_that_comes_after_it() =>
        Assert.All(Repository.Files("shared/Core", "*.cs"), file =>
        {
            var room = Path.GetFileName(Path.GetDirectoryName(file))!;
            foreach (Match match in Mention.Matches(File.ReadAllText(file)))
                Assert.True(Floor(match.Groups[1].Value) <= Floor(room), $"{Path.GetFileName(file)} in {room} uses {match.Groups[1].Value}.");
        });

    [Fact]
    public void Core_knows_nothing_but_the_runtime_and_its_calendar() =>
        Assert.All(typeof(WorkflowMachine).Assembly.GetReferencedAssemblies(),
            reference => Assert.True(reference.Name is "NodaTime" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), reference.FullName));

    [Fact]
    public void No_file_is_longer_than_a_reader_can_bear() =>
        Assert.All(Repository.Files("", "*.cs"), file => Assert.True(File.ReadLines(file).Count() <= LongestFile, file));
}
