using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Tests.Wording;

public sealed class SegmentsTests
{
    [Theory]
    [InlineData("a", 0, 0, false)]
    [InlineData("a", 1, 1, false)]
    [InlineData("a", 160, 1, false)]
    [InlineData("a", 161, 2, false)]
    [InlineData("a", 306, 2, false)]
    [InlineData("a", 307, 3, false)]
    [InlineData("€", 80, 1, false)]
    [InlineData("€", 81, 2, false)]
    // 153 is odd: 76 whole euros fit a segment, and one is never cut in half.
    [InlineData("€", 152, 2, false)]
    [InlineData("€", 153, 3, false)]
    [InlineData("é", 160, 1, false)]
    [InlineData("ê", 70, 1, true)]
    [InlineData("ê", 71, 2, true)]
    [InlineData("ê", 134, 2, true)]
    [InlineData("ê", 135, 3, true)]
    [InlineData("😀", 35, 1, true)]
    [InlineData("😀", 36, 2, true)]
    // 67 is odd: 33 whole emoji fit a segment.
    [InlineData("😀", 66, 2, true)]
    [InlineData("😀", 67, 3, true)]
    public void A_text_is_cut_into_segments(string letter, int times, int segments, bool unicode)
    {
        var text = string.Concat(Enumerable.Repeat(letter, times));
        Assert.Equal(segments, Segments.Count(text));
        Assert.Equal(unicode, Segments.Measure(text).IsUnicode);
    }

    [Theory]
    [InlineData("", 160)]
    [InlineData("Hi", 158)]
    [InlineData("[Hi]", 154)]
    [InlineData("’", 69)]
    public void What_still_fits_is_told(string text, int left) => Assert.Equal(left, Segments.Measure(text).Left);
}
