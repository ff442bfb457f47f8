using System.Globalization;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.Machine;

public sealed class StableHashTests
{
    [Theory] // Written down once and for ever: a change would move contacts from one side of a split to the other.
    [InlineData("", 0.95767342524205612)]
    [InlineData("a", 0.81279720920514098)]
    [InlineData("wf_1/split/con_1", 0.56129790091149045)]
    [InlineData("zoë ☎", 0.36108520541149691)]
    public void A_text_has_its_number_for_ever(string text, double share) => Assert.Equal(share, StableHash.Share(text));

    [Fact]
    public void Numbers_are_spread_evenly_over_zero_to_one()
    {
        var tenths = new int[10];
        for (var i = 0; i < 100_000; i++) tenths[(int)(StableHash.Share(string.Create(CultureInfo.InvariantCulture, $"con_{i}")) * 10)]++;
        Assert.All(tenths, count => Assert.InRange(count, 9_650, 10_350));
    }
}
