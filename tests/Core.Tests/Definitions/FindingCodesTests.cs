using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Tests.Definitions;

public sealed class FindingCodesTests
{
    [Fact]
    public void Codes_are_unique_in_order_and_explained()
    {
        Assert.Equal(FindingCodes.All.Select(code => code.Code).Distinct().Order(), FindingCodes.All.Select(code => code.Code));
        Assert.All(FindingCodes.All, code =>
        {
            Assert.Matches("^WF[12][0-9]{2}$", code.Code);
            Assert.NotEmpty(code.Title);
            Assert.EndsWith(".", code.Meaning, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Fix, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_code_is_found_by_its_name() => Assert.Same(LintCodes.LoopWithoutWait, FindingCodes.Find("WF207"));
}
