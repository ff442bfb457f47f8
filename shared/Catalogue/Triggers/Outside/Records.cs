using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Companies, records of a kind of one's own, and the checking of telephone numbers.</summary>
static class Records
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("number.validated", "Number checked", "Other records", "Starts when a telephone number was looked up.",
            """{ "number": { "valid": true, "type": "mobile", "carrier": "Example" }, "contact": { "email": "ada@example.test" } }""",
            Flag("number.valid", "Number is valid"),
            Text("number.type", "Kind of number", "mobile", "landline", "voip"),
            Text("number.carrier", "Carrier")),
        Row.Of("company.created", "Company created", "Other records", "Starts when a company is entered. It is about no contact.",
            """{ "company": { "id": "c1", "name": "Example Ltd", "industry": "Retail" } }""",
            Text("company.id", "Company id"),
            Text("company.name", "Company name"),
            Text("company.industry", "Industry"),
            Text("company.fields.*", "Field of the company")),
        Row.Of("company.changed", "Company changed", "Other records", "Starts when a company is changed. It is about no contact.",
            """{ "company": { "id": "c1", "name": "Example Ltd", "industry": "Retail" } }""",
            Text("company.id", "Company id"),
            Text("company.name", "Company name"),
            Text("company.industry", "Industry"),
            Text("company.fields.*", "Field of the company")),
        Row.Of("record.created", "Record created", "Other records", "Starts when a record of a kind of your own is entered.",
            """{ "record": { "kind": "device", "id": "d1", "fields": { "room": "2" } } }""",
            Text("record.kind", "Kind of record"),
            Text("record.id", "Record id"),
            Text("record.fields.*", "Field of the record")),
        Row.Of("record.changed", "Record changed", "Other records", "Starts when a record of a kind of your own is changed.",
            """{ "record": { "kind": "device", "id": "d1", "fields": { "room": "2" } } }""",
            Text("record.kind", "Kind of record"),
            Text("record.id", "Record id"),
            Text("record.fields.*", "Field of the record")),
    ];
}
