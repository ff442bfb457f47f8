using System.Text;
using AesthetixWorkflows.Runtime.Hooks;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class HookBodyTests
{
    static void Reads(string json, HookCall call) => Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(Calls.Read(call)));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.api+json")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public void JSON_is_read_under_the_types_it_travels_by(string? type) => Reads("""{"a":{"b":[1,null]}}""", Calls.Post("""{"a":{"b":[1,null]}}""", type));

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Reads("""{"a":1}""", Calls.Post("\uFEFF{\"a\":1}"));

    [Theory]
    [InlineData("a=1&b=x+y%21", """{"a":"1","b":"x y!"}""")]
    [InlineData("a=1&a=2&a=3", """{"a":["1","2","3"]}""")]
    [InlineData("q3_name[first]=Ann&q3_name[last]=Lee", """{"q3_name":{"first":"Ann","last":"Lee"}}""")]
    [InlineData("q3_name%5Bfirst%5D=Ann", """{"q3_name":{"first":"Ann"}}""")]
    [InlineData("tags[]=a", """{"tags":["a"]}""")]
    [InlineData("tags[]=a&tags[]=b", """{"tags":["a","b"]}""")]
    [InlineData("a[b][c]=1&a[b][d][]=2", """{"a":{"b":{"c":"1","d":["2"]}}}""")]
    [InlineData("a=1&a[b]=2", """{"a":"1","a[b]":"2"}""")]
    [InlineData("a[b]=1&a=2", """{"a":{"b":"1"},"a[]":"2"}""")]
    [InlineData("a[=1&[b]=2&a]=3&a[][b]=4", """{"a[":"1","[b]":"2","a]":"3","a[][b]":"4"}""")]
    [InlineData("=1&&c&d=", """{"c":"","d":""}""")]
    [InlineData("a=%zz%", """{"a":"%zz%"}""")]
    public void A_form_becomes_an_object(string form, string json) => Reads(json, Calls.Post(form, Calls.Form));

    [Fact]
    public void A_query_is_read_where_there_is_no_body_but_never_its_token()
    {
        Reads("""{"email":"a@b.co","x":{"y":"1"}}""", Calls.Get("https://c.example.com/hooks/k?email=a%40b.co&token=s3cret&x[y]=1"));
        Reads("""{"a":"1"}""", Calls.Post("", url: "https://c.example.com/hooks/k?a=1"));
        Reads("{}", Calls.Post(""));
    }

    static string Multipart(params string[] parts) => string.Concat(parts.Select(part => $"--xYz\r\n{part}\r\n")) + "--xYz--\r\n";

    [Fact]
    public void Multipart_fields_are_read_and_files_are_left_out()
    {
        var body = "preamble\r\n" + Multipart(
            "Content-Disposition: form-data; name=\"formID\"\r\n\r\n42",
            "Content-Disposition: form-data; name=\"note\"\r\nContent-Type: text/plain\r\n\r\ntwo\r\nlines é",
            "Content-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nbytes",
            "Content-Disposition: form-data; name=\"none\"\r\n\r\n",
            "Content-Disposition: form-data; name=\"n[first]\"\r\n\r\nAnn");
        var read = Calls.Read(Calls.Post(body, "multipart/form-data; boundary=\"xYz\""));
        Assert.Equal(["formID", "note", "none", "n"], read.EnumerateObject().Select(m => m.Name));
        Assert.Equal("two\r\nlines é", read.GetProperty("note").GetString());
        Assert.Equal("Ann", read.GetProperty("n").GetProperty("first").GetString());
    }

    [Fact]
    public void Jotforms_raw_request_is_opened()
    {
        var body = Multipart("Content-Disposition: form-data; name=\"rawRequest\"\r\n\r\n{\"q3_name\":{\"first\":\"Ann\"}}");
        Assert.Equal("Ann", Calls.Read(Calls.Post(body, "multipart/form-data; boundary=xYz")).GetProperty("rawRequest").GetProperty("q3_name").GetProperty("first").GetString());
        Reads("""{"rawRequest":"{broken"}""", Calls.Post("rawRequest={broken", Calls.Form));
    }

    [Theory]
    [InlineData("{", Calls.Json, HookCodes.NotJson)]
    [InlineData("""{"a":1,"a":2}""", Calls.Json, HookCodes.NotJson)]
    [InlineData("""{"a":1} {"b":2}""", Calls.Json, HookCodes.NotJson)]
    [InlineData("[1]", Calls.Json, HookCodes.NotAnObject)]
    [InlineData("null", Calls.Json, HookCodes.NotAnObject)]
    [InlineData("""{"a":"\ud800"}""", Calls.Json, HookCodes.NotText)]
    [InlineData("hello", "text/plain", HookCodes.MediaType)]
    [InlineData("<a/>", "application/xml", HookCodes.MediaType)]
    [InlineData("x", "multipart/form-data", HookCodes.NotAForm)]
    [InlineData("x", "multipart/form-data; boundary=b", HookCodes.NotAForm)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf", "multipart/form-data; boundary=b", HookCodes.NotAForm)]
    [InlineData("--bad\r\n\r\n\r\n--b--", "multipart/form-data; boundary=b", HookCodes.NotAForm)]
    public void What_cannot_be_read_is_said_with_a_code(string body, string type, string code) => Assert.Equal(code, Calls.Unread(Calls.Post(body, type)));

    [Fact]
    public void The_limits_of_size_depth_and_fields_are_exact()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
        Calls.Read(Calls.Post(Nested(64)));
        Assert.Equal(HookCodes.TooDeep, Calls.Unread(Calls.Post(Nested(65))));
        Assert.Equal(HookCodes.TooDeep, Calls.Unread(Calls.Post("{\"a\":" + new string('[', 200_000))));

        string Sized(int bytes) => "{\"a\":\"" + new string('x', bytes - 8) + "\"}";
        Calls.Read(Calls.Post(Sized(HookBody.MostBytes)));
        Assert.Equal(HookCodes.TooLarge, Calls.Unread(Calls.Post(Sized(HookBody.MostBytes + 1))));

        string Fields(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"f{i}=1"));
        Calls.Read(Calls.Post(Fields(1000), Calls.Form));
        Assert.Equal(HookCodes.TooMany, Calls.Unread(Calls.Post(Fields(1001), Calls.Form)));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_said_so() =>
        Assert.Equal(HookCodes.NotText, Calls.Unread(Calls.Raw("POST", [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'], Calls.Json)));

    [Fact]
    public void Arbitrary_bytes_never_throw_and_what_is_read_can_be_mapped() => Prop.ForAll<byte[], string>((bytes, text) =>
    {
        foreach (var type in new[] { Calls.Json, Calls.Form, "multipart/form-data; boundary=b", "text/plain", text })
            foreach (var body in new[] { bytes, Encoding.UTF8.GetBytes(text ?? ""), [.. "--b\r\n"u8, .. bytes, .. "\r\n--b--"u8], [.. "{\"a\":\""u8, .. bytes, .. "\"}"u8] })
                if (HookBody.Of(Calls.Raw("POST", body, type)) is HookBody.Read read)
                {
                    FieldMapping.Apply(null, read.Value);
                    EventId.Of(new HookKind.Twilio(), Calls.Raw("POST", body, type), read.Value);
                }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_form_with_brackets_anywhere_never_throws() => Prop.ForAll(
        Gen.Elements('a', 'b', '[', ']', '=', '&', '%', '5', 'B').ArrayOf().ToArbitrary(),
        chars => { Calls.Read(Calls.Post(new string(chars), Calls.Form)); }).QuickCheckThrowOnFailure();
}
