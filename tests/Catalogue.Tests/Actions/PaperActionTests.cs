using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

/// <summary>Reviews, invoices and documents: messages with a link, and what is kept of them once they have gone.</summary>
public sealed class PaperActionTests
{
    const string Review = """{ "channel": "sms", "purpose": "care", "body": "Thanks! [link]" }""";
    const string Invoice = """{ "channel": "email", "purpose": "care", "title": "Deposit", "amount": "80.50", "dueIn": "P14D", "body": "Please pay here: [link]. Thank you." }""";
    readonly Stage _stage = new();

    public PaperActionTests() => _stage.Practice = _stage.Practice with
    {
        Pages = new("https://pay.example/{id}", "https://sign.example/{id}", "https://reviews.example/glow", "https://glow.example/tell-us"),
    };

    [Fact]
    public async Task Everybody_gets_the_public_page_with_the_private_one_beside_it()
    {
        await _stage.Run("review.request", Review);
        var message = Assert.Single(_stage.Outside.Sent).Message;
        Assert.Equal("Thanks! https://reviews.example/glow\n\nOr tell only us: https://glow.example/tell-us", message.Text);
        Assert.Equal(("sms", "review", "care"), (message.Channel, message.About, message.Purpose));
    }

    [Fact]
    public async Task Whoever_was_asked_lately_is_not_asked_again()
    {
        _stage.Records.Add(Kinds.Message, "msg_1", new Message { ContactId = "con_1", Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sent, About = "review", At = Stage.Now.AddDays(-100) });
        Assert.Equal(new Outcome.Skipped("review.recent"), await _stage.Run("review.request", Review));
        Assert.IsType<Outcome.Done>(await _stage.Run("review.request", """{ "channel": "sms", "purpose": "care", "notWithin": "P90D" }"""));
    }

    [Fact]
    public async Task The_message_under_way_is_not_an_earlier_request()
    {
        _stage.Records.Add(Kinds.Message, "msg_1", new Message { ContactId = "con_1", Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sending, About = "review", At = Stage.Now, EffectId = _stage.EffectId });
        Assert.IsType<Outcome.Done>(await _stage.Run("review.request", Review));
    }

    [Fact]
    public async Task An_invoice_is_made_and_sent_and_tells_of_it()
    {
        var message = (await _stage.Compose("invoice.send", Invoice)).Message!;
        Assert.True(_stage.Changes.IsEmpty);
        await _stage.Follow("invoice.send", Invoice);
        var put = Assert.Single(_stage.Changes.Changes.OfType<Change.Put>());
        var invoice = Kinds.Invoice.Read(put.Json);
        Assert.Equal(("con_1", "Deposit", 80.50m, InvoiceStatus.Sent, Stage.Now), (invoice.ContactId, invoice.Title, invoice.Amount, invoice.Status, invoice.SentAt));
        Assert.Equal(Stage.Now.AddDays(14).AddHours(-1), invoice.DueAt);
        Assert.Equal($"https://pay.example/{put.Id}", invoice.Url);
        Assert.Equal($"Please pay here: {invoice.Url}. Thank you.", message.Text);
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal(("invoice.changed", "sent", put.Id), (type, data["invoice"]!["status"]!.GetValue<string>(), data["invoice"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_link_leads_to_the_same_invoice_at_every_attempt()
    {
        var later = new Stage { At = Stage.Now.AddHours(2), Practice = _stage.Practice };
        Assert.Equal((await _stage.Compose("invoice.send", Invoice)).Message!.Text, (await later.Compose("invoice.send", Invoice)).Message!.Text);
    }

    [Fact]
    public async Task An_invoice_that_is_there_already_is_sent_as_it_is()
    {
        _stage.Records.Add(Kinds.Invoice, "inv_1", new Invoice { ContactId = "con_1", Title = "Peel", Amount = 200, Url = "https://other.example/1" });
        _stage.Records.Add(Kinds.Invoice, "inv_2", new Invoice { ContactId = "con_2", Title = "Peel", Amount = 200 });
        const string config = """{ "channel": "sms", "purpose": "care", "invoiceId": "inv_1" }""";
        Assert.Equal("Peel:\n\nhttps://other.example/1", (await _stage.Compose("invoice.send", config)).Message!.Text);
        await _stage.Follow("invoice.send", config);
        Assert.Equal((InvoiceStatus.Sent, 200m), (_stage.Written(Kinds.Invoice).Status, _stage.Written(Kinds.Invoice).Amount));
        Assert.Equal(new Outcome.Failed("invoice.notFound", false), await _stage.Run("invoice.send", """{ "channel": "sms", "purpose": "care", "invoiceId": "inv_2" }"""));
    }

    [Fact]
    public async Task A_document_is_made_and_sent()
    {
        const string config = """{ "channel": "email", "purpose": "care", "title": "Consent to treatment", "form": "botox-consent" }""";
        var message = (await _stage.Compose("document.send", config)).Message!;
        await _stage.Follow("document.send", config);
        var document = _stage.Written(Kinds.Document);
        Assert.Equal((DocumentStatus.Sent, "botox-consent"), (document.Status, document.Form));
        Assert.Contains(document.Url!, message.Text, StringComparison.Ordinal);
        Assert.Equal("document.changed", Assert.Single(_stage.Events).Type);
    }

    [Theory]
    [InlineData("review.request", Review, "page.review.missing")]
    [InlineData("invoice.send", Invoice, "page.invoice.missing")]
    [InlineData("document.send", """{ "channel": "sms", "purpose": "care", "title": "Consent" }""", "page.document.missing")]
    public async Task Without_a_page_to_link_to_nothing_is_sent(string action, string config, string code)
    {
        _stage.Practice = _stage.Practice with { Pages = null };
        Assert.Equal(new Outcome.Failed(code, false), await _stage.Run(action, config));
        Assert.Empty(_stage.Outside.Sent);
    }
}
