using AesthetixWorkflows.Core.Texting;

namespace AesthetixWorkflows.Core.Tests.Texting;

public sealed class SegmentsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hi", 1)]
    [InlineData("Hi 😀", 1)]
    public void Short_texts_take_one_segment(string text, int count) => Assert.Equal(count, Segments.Count(text));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('ł', 70, 1)]
    [InlineData('ł', 71, 2)]
    [InlineData('ł', 135, 3)]
    public void Long_texts_are_cut_where_carriers_cut_them(char letter, int length, int count) => Assert.Equal(count, Segments.Count(new string(letter, length)));
}
