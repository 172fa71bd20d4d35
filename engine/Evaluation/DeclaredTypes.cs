using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Reflection;
using System.Runtime.CompilerServices;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace PolicyCheck.Evaluation;

/// <summary>
/// The types that expressions may name, which are those of the settings and no others. RulesEngine's own provider adds every type of every loaded
/// assembly that bears Dynamic LINQ's attribute, and looks through all of them to find out: most of the time that its first expression takes.
/// </summary>
/// <param name="types">The types.</param>
internal sealed class DeclaredTypes(IEnumerable<Type> types) : IDynamicLinqCustomTypeProvider
{
    private readonly HashSet<Type> _types = [.. types];

    /// <summary>Makes a parser of RulesEngine, which has no setting for it, know these types alone.</summary>
    /// <param name="parser">A parser that has parsed nothing yet.</param>
    /// <param name="settings">Its settings.</param>
    public static void Use(RuleExpressionParser parser, ReSettings settings)
    {
        ParsingConfig(parser) = new()
        {
            CustomTypeProvider = new DeclaredTypes(settings.CustomTypes),
            IsCaseSensitive = settings.IsExpressionCaseSensitive,
            SupportEnumerationsFromSystemNamespace = false,
        };
        ParsedTypes(parser) = settings.CustomTypes;
    }

    public HashSet<Type> GetCustomTypes() => _types;

    public Dictionary<Type, List<MethodInfo>> GetExtensionMethods() => [];

    public Type? ResolveType(string typeName) => _types.FirstOrDefault(type => type.FullName == typeName);

    public Type? ResolveTypeBySimpleName(string simpleTypeName) => _types.FirstOrDefault(type => type.Name == simpleTypeName);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cachedParsingConfig")]
    private static extern ref ParsingConfig ParsingConfig(RuleExpressionParser parser);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cachedParsingConfigCustomTypes")]
    private static extern ref Type[] ParsedTypes(RuleExpressionParser parser);
}
