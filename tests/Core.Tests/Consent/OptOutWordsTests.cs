using AesthetixWorkflows.Core.Consent;

namespace AesthetixWorkflows.Core.Tests.Consent;

public sealed class OptOutWordsTests
{
    [Theory]
    [InlineData("STOP"), InlineData("stop"), InlineData(" Stop. "), InlineData("STOP!!!"), InlineData("stop all"), InlineData("StopAll"), InlineData("Opt-out")]
    [InlineData("unsubscribe"), InlineData("END"), InlineData("quit"), InlineData("cancel"), InlineData("revoke"), InlineData("Please stop"), InlineData("ARRÊT"), InlineData("\"stop\"")]
    [InlineData("STOP STOP STOP"), InlineData("Stop. Now!"), InlineData("ok stop, thank you"), InlineData("Stop this please"), InlineData("STOP 🛑"), InlineData("ST\u200bOP"), InlineData("unsubscribe please")]
    public void These_end_texting(string text) => Assert.True(OptOutWords.IsStop(text));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("  "), InlineData("👍"), InlineData("don't stop"), InlineData("I will stop by at 5"), InlineData("cancel my appointment"), InlineData("ok thank you"), InlineData("please don't stop this"), InlineData("stop by now?"), InlineData("is it all ok"), InlineData("start"), InlineData("C"), InlineData("yes")]
    public void These_do_not(string? text) => Assert.False(OptOutWords.IsStop(text));

    [Theory]
    [InlineData("START", true), InlineData("unstop", true), InlineData("opt in", true), InlineData("Subscribe.", true), InlineData("start over", false), InlineData("stop", false), InlineData(null, false)]
    public void These_restart_it(string? text, bool starts) => Assert.Equal(starts, OptOutWords.IsStart(text));
}
