using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Runtime.Hooks.Inbound;

namespace AesthetixWorkflows.Runtime.Tests.Hooks.Inbound;

public sealed class InboundMessageTests
{
    static InboundMessage? Form(string form) => InboundMessage.Read(Calls.Read(Calls.Post(form, Calls.Form)));

    /// <summary>A post as Inbound Parse makes it: fields in multipart form data.</summary>
    static InboundMessage? Parsed(params (string Name, string Value)[] fields) => Parsed(Encoding.UTF8, fields);

    static InboundMessage? Parsed(Encoding encoding, params (string Name, string Value)[] fields)
    {
        var body = string.Concat(fields.Select(f => $"--xYzZY\r\nContent-Disposition: form-data; name=\"{f.Name}\"\r\n\r\n{f.Value}\r\n"))
            + "--xYzZY\r\nContent-Disposition: form-data; name=\"attachment1\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\u0001\r\n--xYzZY--\r\n";
        return InboundMessage.Read(Calls.Read(Calls.Raw("POST", encoding.GetBytes(body), "multipart/form-data; boundary=xYzZY")));
    }

    static (string, string)[] Mail(string text, string headers = "Message-ID: <m1@mail.example>\nSubject: Re: Your visit") =>
    [
        ("headers", headers), ("from", "Ada Hart <Ada@Patients.example>"), ("to", "Lumina <reply@in.lumina.example>"), ("subject", "Re: Your visit"),
        ("text", text), ("envelope", """{"to":["reply@in.lumina.example"],"from":"ada@patients.example"}"""), ("charsets", """{"text":"UTF-8"}"""),
    ];

    [Fact]
    public void A_text_by_Twilio_names_its_sender_its_words_and_its_id()
    {
        var text = Form("ToCountry=US&MessageSid=SM1&SmsStatus=received&From=%2B12125550199&To=%2B12125550100&Body=Yes+please+&NumMedia=0")!;
        Assert.Equal(new("sms", "+12125550199", "+12125550100", null, "Yes please", "SM1"), text);
        Assert.Equal("""{"contact":{"phone":"+12125550199"},"message":{"channel":"sms","from":"+12125550199","body":"Yes please","to":"+12125550100","id":"SM1"}}""",
            text.Data().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("STOP", "stop")]
    [InlineData("START", "start")]
    [InlineData("HELP", "help")]
    public void What_the_carrier_made_of_it_is_passed_on(string type, string? optOut) =>
        Assert.Equal(optOut, Form($"MessageSid=SM1&SmsStatus=received&From=%2B12125550199&Body=arretez&OptOutType={type}")!.OptOut);

    [Theory]
    [InlineData("MessageSid=SM1&MessageStatus=delivered&SmsStatus=delivered&From=%2B12125550100&To=%2B12125550199")]
    [InlineData("MessageSid=SM1&SmsStatus=received&From=12345&Body=hi")]
    [InlineData("From=%2B12125550199&Body=hi")]
    [InlineData("a=1")]
    public void What_is_no_text_to_us_is_none(string form) => Assert.Null(Form(form));

    [Fact]
    public void A_picture_without_words_is_a_message_all_the_same() =>
        Assert.Equal("", Form("MessageSid=SM1&SmsStatus=received&From=%2B12125550199&Body=&NumMedia=1")!.Body);

    [Fact]
    public void An_email_by_Inbound_Parse_names_its_sender_and_holds_only_what_was_written()
    {
        var mail = Parsed(Mail("Yes, Tuesday is fine.\r\n\r\nOn Mon, 3 Aug 2026 at 09:00, Lumina <hello@lumina.example> wrote:\r\n> Does Tuesday suit you?"))!;
        Assert.Equal(new("email", "ada@patients.example", "reply@in.lumina.example", "Re: Your visit", "Yes, Tuesday is fine.", "<m1@mail.example>", "Ada Hart"), mail);
        Assert.Equal("ada@patients.example", mail.Data()["contact"]!["email"]!.ToString());
    }

    [Fact]
    public void Without_a_plain_part_the_designed_one_is_read() => Assert.Equal("See you then",
        Parsed([.. Mail("").Where(f => f.Item1 != "text"), ("html", "<div>See you <b>then</b></div>")])!.Body);

    [Fact]
    public void An_older_mail_programs_letters_are_read_too() => Assert.Equal("Très bien, à mardi", Parsed(Encoding.Latin1, Mail("Très bien, à mardi"))!.Body);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Subject: Auto-Submitted: auto-replied", false)]
    public void An_out_of_office_note_is_known_as_one(string header, bool automatic)
    {
        var mail = Parsed(Mail("I am away", $"Received: by x\n{header}\nMessage-ID: <m2@mail.example>"))!;
        Assert.Equal((automatic, "<m2@mail.example>"), (mail.Automatic, mail.Id));
        Assert.Equal(automatic, mail.Data()["message"]!["automatic"] is not null);
    }

    [Fact]
    public void A_form_that_has_a_sender_and_a_text_is_still_a_form() =>
        Assert.Null(InboundMessage.Read(JsonElement.Parse("""{"from":"ada@patients.example","text":"Hello","email":"ada@patients.example"}""")));
}
