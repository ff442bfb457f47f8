using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Wording;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Wording;

public sealed class BlockTests
{
    static readonly Setting setting = new(new JsonFacts(Json("""
        {
          "contact": { "firstName": "Ann", "blank": " ", "tags": ["vip", " ", "<b>"], "no": false, "yes": true, "zero": 0, "none": [], "trick": ["{{contact.firstName}}", "{{/each}}"] },
          "appointment": { "services": ["Botox", "Peel", "Laser"], "one": ["Botox"], "two": ["Botox", "Peel"], "service": "Facial" },
          "order": { "items": [{ "name": "Serum", "price": 80, "for": ["day", "night"] }, { "name": "Cream", "gift": true }, null], "bare": [{ "id": 1 }] }
        }
        """)), At("2026-11-22T17:00:00Z"), "America/New_York");

    [Theory]
    [InlineData("Hi{{#if contact.firstName}} {{contact.firstName}}{{/if}}!", "Hi Ann!")]
    [InlineData("Hi{{#if contact.nick}} {{contact.nick}}{{/if}}!", "Hi!")]
    [InlineData("{{#if contact.nick}}a{{else}}b{{/if}}", "b")]
    [InlineData("{{# if contact.firstName }}a{{ else }}b{{/ if }}", null)]
    [InlineData("{{ #if contact.firstName }}a{{ else }}b{{ /if }}", "a")]
    [InlineData("{{#if contact.blank}}a{{/if}}{{#if contact.no}}b{{/if}}{{#if contact.zero}}c{{/if}}{{#if contact.none}}d{{/if}}{{#if contact}}e{{/if}}", "")]
    [InlineData("{{#if contact.yes}}a{{/if}}{{#if contact.tags}}b{{/if}}{{#if order.bare}}c{{/if}}{{#if now.hour}}d{{/if}}", "abcd")]
    [InlineData("{{#unless contact.nick}}a{{else}}b{{/unless}}{{#unless contact.yes}}c{{else}}d{{/unless}}", "ad")]
    [InlineData("{{#if contact.yes}}{{#if contact.no}}a{{else}}b{{/if}}{{else}}c{{/if}}", "b")]
    [InlineData("{{#each appointment.services}}[{{this}}]{{/each}}", "[Botox][Peel][Laser]")]
    [InlineData("{{#each appointment.services}}{{@number}}/{{@index}} {{this | upper}}{{#unless @last}}, {{/unless}}{{/each}}", "1/0 BOTOX, 2/1 PEEL, 3/2 LASER")]
    [InlineData("{{#each appointment.services}}{{#if @first}}{{this}}{{else}}{{#if @last}} and {{else}}, {{/if}}{{this}}{{/if}}{{/each}}", "Botox, Peel and Laser")]
    [InlineData("{{#each appointment.service}}{{this}}{{/each}}", "Facial")]
    [InlineData("{{#each contact.none}}a{{else}}none for {{contact.firstName}}{{/each}}", "none for Ann")]
    [InlineData("{{#each contact.tags}}{{this}};{{/each}}", "vip;<b>;")]
    [InlineData("{{#each order.items}}{{this.name}} {{this.price | default: \"free\"}}{{#if this.gift}}!{{/if}} {{/each}}", "Serum 80 Cream free! ")]
    [InlineData("{{#each order.items}}{{this}}:{{#each this.for}}{{this}}{{@index}}{{else}}-{{/each}};{{@index}} {{/each}}", "Serum:day0night1;0 Cream:-;1 ")]
    [InlineData("{{#each order.items}}{{contact.firstName}}{{/each}}", "AnnAnn")]
    [InlineData("{{order.items}}", "Serum, Cream")]
    [InlineData("{{#each contact.trick}}{{this}}{{/each}}", "{{contact.firstName}}{{/each}}")]
    [InlineData("{{appointment.services | list}}; {{appointment.two | list}}; {{appointment.one | list}}", "Botox, Peel and Laser; Botox and Peel; Botox")]
    [InlineData("{{appointment.services | list: \"or\" | upper}}", "BOTOX, PEEL OR LASER")]
    [InlineData("{{appointment.services | join: \" + \"}} {{appointment.two | join}} {{appointment.service | list}}", "Botox + Peel + Laser Botox, Peel Facial")]
    [InlineData("{{contact.none | list | default: 'nothing'}}", "nothing")]
    public void Blocks_are_filled(string source, string? expected)
    {
        var template = Template.Parse(source);
        Assert.Equal(expected is null, !template.Problems.IsEmpty);
        var rendered = template.Render(setting);
        Assert.Equal(expected ?? source, rendered.Text);
        Assert.Empty(rendered.Missing);
        Assert.False(rendered.IsCut);
    }

    [Theory]
    [InlineData("Your visit:\n{{#each appointment.two}}\n- {{this}}\n{{/each}}\nSee you!", "Your visit:\n- Botox\n- Peel\nSee you!")]
    [InlineData("a\r\n  {{#if contact.yes}}  \r\nb\r\n{{else}}\r\nc\r\n{{/if}}\r\nd", "a\r\nb\r\nd")]
    [InlineData("{{#if contact.yes}}\n{{#if contact.yes}}\nb\n{{/if}}\n{{/if}}", "b\n")]
    [InlineData("{{#if contact.yes}}\n{{/if}}", "")]
    [InlineData("a\n{{#if contact.yes}} b {{/if}}\nc", "a\n b \nc")]
    [InlineData("a\n {{contact.firstName}} \nc", "a\n Ann \nc")]
    public void A_tag_alone_on_its_line_takes_the_line_with_it(string source, string expected) =>
        Assert.Equal(expected, Template.Parse(source).Render(setting).Text);

    [Theory]
    [InlineData("a {{#if contact.yes}} b", TemplateFault.Unclosed, 2)]
    [InlineData("{{#each contact.tags}}\n{{contact.firstName}}\n", TemplateFault.Unclosed, 0)]
    [InlineData("{{#if contact.yes}}{{#each contact.tags}}x{{/if}}", TemplateFault.Unclosed, 19)]
    [InlineData("{{else}}", TemplateFault.Stray, 0)]
    [InlineData("{{#if contact.yes}}a{{else}}b{{else}}c{{/if}}", TemplateFault.Stray, 29)]
    [InlineData("a{{/if}}", TemplateFault.Stray, 1)]
    [InlineData("{{#if contact.yes}}a{{/each}}{{/if}}", TemplateFault.Stray, 20)]
    [InlineData("{{this.name}}", TemplateFault.Stray, 0)]
    [InlineData("{{@index}}", TemplateFault.Stray, 0)]
    [InlineData("{{#if @last}}a{{/if}}", TemplateFault.Stray, 0)]
    [InlineData("{{#each contact.tags}}a{{else}}{{this}}{{/each}}", TemplateFault.Stray, 31)]
    [InlineData("{{#with contact}}a{{else}}b{{/with}}", TemplateFault.Block, 0)]
    [InlineData("{{#if}}a{{/if}}", TemplateFault.Block, 0)]
    [InlineData("{{#if contact.a == 1}}a{{/if}}", TemplateFault.Block, 0)]
    [InlineData("{{else if contact.yes}}", TemplateFault.Field, 0)]
    [InlineData("{{@key}}", TemplateFault.Field, 0)]
    [InlineData("{{contact.tags | join: \"12345678901234567890123456789012345678901\"}}", TemplateFault.Field, 0)]
    public void A_block_that_does_not_fit_is_one_problem(string source, TemplateFault fault, int position)
    {
        var problem = Assert.Single(Template.Parse(source).Problems);
        Assert.Equal((fault, position), (problem.Fault, problem.Position));
        Assert.NotEmpty(problem.Message);
    }

    [Theory]
    [InlineData("a {{#if contact.yes}}\n b {{contact.firstName}}", "a {{#if contact.yes}}\n b Ann")]
    [InlineData("{{#if contact.yes}}x{{#each contact.tags}}{{this}}{{/if}}", "x{{#each contact.tags}}{{this}}")]
    [InlineData("{{#with contact}}a{{else}}b{{/with}}", "{{#with contact}}a{{else}}b{{/with}}")]
    public void A_block_that_does_not_fit_stays_as_it_is(string source, string expected) =>
        Assert.Equal(expected, Template.Parse(source).Render(setting).Text);

    [Fact]
    public void Blocks_lie_five_deep_at_most()
    {
        string Deep(int depth) => string.Concat(Enumerable.Repeat("{{#if contact.yes}}", depth)) + "x" + string.Concat(Enumerable.Repeat("{{/if}}", depth));
        Assert.Equal("x", Template.Parse(Deep(5)).Render(setting).Text);
        Assert.Equal(TemplateFault.Block, Assert.Single(Template.Parse(Deep(6)).Problems).Fault);
    }

    [Fact]
    public void Fields_in_blocks_are_told_by_the_name_they_have_outside() => Assert.Equal<string>(
        ["a.x", "order.items", "order.items.price", "b.y", "order.items.parts", "order.items.parts.id", "c.z", "d.w"],
        Template.Parse("{{#if a.x}}{{#each order.items}}{{this}}{{this.price}}{{b.y}}{{#each this.parts}}{{this.id}}{{@index}}{{/each}}{{else}}{{c.z}}{{/each}}{{else}}{{d.w}}{{/if}}").Fields);

    [Fact]
    public void Only_what_is_written_must_have_a_value()
    {
        Assert.Empty(Template.Parse("{{#if contact.nick}}{{contact.nick}} {{contact.other}}{{/if}}").Render(setting).Missing);
        var rendered = Template.Parse("{{#each order.items}}{{this.price}}{{/each}}").Render(setting);
        Assert.Equal<string>(["order.items.price"], rendered.Missing);
        Assert.Equal("80{{this.price}}", rendered.Text);
        Assert.Equal("80", Template.Parse("{{#each order.items}}{{this.price}}{{/each}}").Render(setting, nothing: "").Text);
    }

    [Fact]
    public void Values_in_loops_are_escaped_and_the_text_around_them_is_not() => Assert.Equal("<i>vip</i><i>&lt;b&gt;</i>",
        Template.Parse("{{#each contact.tags}}<i>{{this}}</i>{{/each}}").Render(setting, Escape.Html).Text);

    [Fact]
    public void Loops_within_loops_come_to_an_end()
    {
        var many = new Setting(new JsonFacts(Json($$"""{ "a": [{{string.Join(',', Enumerable.Repeat("\"x\"", 200))}}] }""")), DateTimeOffset.UnixEpoch, "UTC");
        Assert.False(Template.Parse("{{#each a}}{{this}}{{/each}}").Render(many).IsCut);
        var rendered = Template.Parse("{{#each a}}{{#each a}}{{#each a}}{{#each a}}{{this}}{{/each}}{{/each}}{{/each}}{{/each}}").Render(many);
        Assert.True(rendered.IsCut);
        Assert.True(rendered.Text.Length <= 1000);
    }
}
