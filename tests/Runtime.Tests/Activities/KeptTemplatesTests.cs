using AesthetixWorkflows.Runtime.Activities;

namespace AesthetixWorkflows.Runtime.Tests.Activities;

public sealed class KeptTemplatesTests
{
    [Fact]
    public void A_text_is_taken_apart_once()
    {
        var kept = new KeptTemplates(1000);
        Assert.Same(kept.Of("Hi {{contact.firstName}}"), kept.Of("Hi {{contact.firstName}}"));
    }

    [Fact]
    public void However_many_texts_come_no_more_than_so_much_of_them_is_kept()
    {
        var kept = new KeptTemplates(1000);
        for (var i = 0; i < 500; i++)
        {
            kept.Of($"{i:D4}{{{{a}}}}" + new string('x', 91));
            Assert.InRange(kept.Count, 1, 10);
        }
    }
}
