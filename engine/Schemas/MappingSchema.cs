using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Importing;
using PolicyCheck.Manifests;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a mapping of a table.</summary>
internal sealed class MappingSchema
{
    private readonly Vocabulary _vocabulary;
    private readonly Definitions _definitions;
    private readonly Scalars _scalars;
    private readonly StatementSchema _statements;

    public MappingSchema(Vocabulary vocabulary, Definitions definitions)
    {
        (_vocabulary, _definitions, _scalars) = (vocabulary, definitions, new(vocabulary, definitions));
        _statements = new(new(_scalars, definitions, groupsAllowed: false), _scalars, definitions);
    }

    public JsonObject Root()
    {
        var root = Shape.Closed(ImportMappingReader.Keys, Key, "mapping", "title", "rows", "columns");
        root.Insert(0, "title", "PolicyCheck mapping of a table");
        root.Insert(1, "description", "Says how the rows of a table, such as an inventory of AI, become manifests: which column states which fact, and what somebody who read a row found in it.");
        return root;
    }

    private JsonObject Key(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "mapping" => Shape.Described("The name of the mapping, in lower case with hyphens.", _scalars.Identifier()),
        "title" => Shape.Described("What the table is.", _scalars.Text()),
        "rows" => Shape.Described("Which columns say what a row is called.", Shape.Closed(ImportMappingReader.RowKeys, RowKey, "name", "title")),
        "facts" => Shape.Described("What holds for every row.", Facts()),
        "columns" => Shape.Described("The columns that state facts.", Shape.List(Shape.Closed(ColumnMappingBinder.Keys, ColumnKey, "column", "fact"))),
        "leftOut" => Shape.Described("The columns that state none, each with why.", Shape.List(Shape.Closed(ImportMappingReader.LeftOutKeys, LeftOutKey, "column", "why"))),
        "readings" => Shape.Described("What somebody who read a row found in it.", Shape.List(Shape.Closed(ImportMappingReader.ReadingKeys, ReadingKey, "row", "is", "why"))),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a mapping"),
    };

    private JsonObject RowKey(string key) => key switch
    {
        "name" => Shape.Described("The columns that together name a row and no other; its manifest is named after them.", Headers()),
        "title" => Shape.Described("The column that says what people call the row.", _scalars.Text()),
        "description" => Shape.Described("The column that describes the row in words.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of rows"),
    };

    private JsonObject ColumnKey(string key) => key switch
    {
        "column" => Shape.Described("The header; spaces, line breaks and capitals don't matter.", _scalars.Text()),
        "fact" => Shape.Described("The fact that its cells state.", Fact()),
        "values" => Shape.Described("What the texts of cells stand for: a value of the fact, or unstated. A text that ends in * stands for all that begin so; the first that fits counts. A text that isn't here is told and states nothing.", Shape.Named(new() { ["type"] = Shape.Strings(["string", "number", "boolean", "array"]) })),
        "separator" => Shape.Described("What stands between several answers in one cell.", _scalars.Text()),
        "dates" => Shape.Described("The form of days, such as M/d/yyyy; 2020-06-10 where missing.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a column"),
    };

    private JsonObject LeftOutKey(string key) => key switch
    {
        "column" => Shape.Described("The header, or a list of several.", Headers()),
        "why" => Shape.Described("Why nothing is made of it.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a column left out"),
    };

    private JsonObject ReadingKey(string key) => key switch
    {
        "row" => Shape.Described("The row's name: the cells of the columns that name it, joined by space, slash and space.", _scalars.Text()),
        "is" => Shape.Described("Whether it is about a system that works with faces, about something else, or can't be told from the row.", Shape.Words(ImportMappingReader.Kinds)),
        "why" => Shape.Described("What in the row says so.", _scalars.Text()),
        "facts" => Shape.Described("What the row says; a column that says otherwise gives way.", Facts()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a reading"),
    };

    private JsonObject Headers() => Shape.AnyOf(_scalars.Text(), Shape.List(_scalars.Text(), 1));

    private JsonObject Fact() => _definitions.Ref("fact", () => new()
    {
        ["type"] = "string",
        ["examples"] = Shape.Strings(_vocabulary.Facts.Select(fact => fact.Path)),
    });

    private JsonObject Facts() => _definitions.Ref("facts", () =>
    {
        var sections = new SectionSchema(_vocabulary, _statements.Ref, StatementScope.Case);
        var facts = Shape.Closed(sections.Names, sections.Property);
        facts["patternProperties"] = OwnFacts.AddTo(sections.Dotted(), _vocabulary);
        facts.Insert(0, "title", "facts");
        return facts;
    });
}
