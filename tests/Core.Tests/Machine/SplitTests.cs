using System.Globalization;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>C14: fair, and for ever the same.</summary>
public sealed class SplitTests
{
    const int Contacts = 10_000;

    static Share[] Shares(params int[] percents) => [.. percents.Select((percent, i) => new Share(string.Create(CultureInfo.InvariantCulture, $"s{i}"), null, percent, null))];
    static string Seed(int contact) => string.Create(CultureInfo.InvariantCulture, $"wf_1/split/con_{contact}");

    [Theory]
    [InlineData(50, 50)]
    [InlineData(80, 10, 10)]
    [InlineData(20, 20, 20, 20, 20)]
    [InlineData(1, 99)]
    [InlineData(0, 100)]
    public void C14_Given_10000_contacts_Then_each_share_gets_its_part_within_three_sigma(params int[] percents)
    {
        var counts = Enumerable.Range(0, Contacts).CountBy(contact => SplitRule.Pick(Shares(percents), Seed(contact))!).ToDictionary(pair => pair.Key, pair => pair.Value);
        for (var i = 0; i < percents.Length; i++)
        {
            var p = percents[i] / 100.0;
            var count = counts.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"s{i}"));
            Assert.InRange(count, Contacts * p - 3 * Math.Sqrt(Contacts * p * (1 - p)), Contacts * p + 3 * Math.Sqrt(Contacts * p * (1 - p)));
        }
    }

    [Fact]
    public void Given_the_same_contact_again_Then_it_falls_on_the_same_side() =>
        Assert.All(Enumerable.Range(0, 1000), contact => Assert.Equal(SplitRule.Pick(Shares(50, 50), Seed(contact)), SplitRule.Pick(Shares(50, 50), Seed(contact))));

    [Fact]
    public void Given_another_split_Then_it_divides_independently_of_the_first()
    {
        var both = Enumerable.Range(0, Contacts).Count(contact => SplitRule.Pick(Shares(50, 50), Seed(contact)) == SplitRule.Pick(Shares(50, 50), $"{Seed(contact)}/other"));
        Assert.InRange(both, 4850, 5150);
    }

    [Fact]
    public void Given_no_shares_or_none_above_zero_Then_there_is_no_side()
    {
        Assert.Null(SplitRule.Pick([], "x"));
        Assert.Null(SplitRule.Pick(Shares(0, 0), "x"));
    }
}
