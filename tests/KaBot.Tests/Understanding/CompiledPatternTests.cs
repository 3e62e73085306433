using System.Reflection;
using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>The patterns that are compiled into the reader.</summary>
public sealed class CompiledPatternTests
{
    // DEFAULT_MIN_OPTS_CODE_SIZE in src/coreclr/jit/compiler.h of dotnet/runtime: of what is larger the just-in-time compiler optimises nothing.
    private const int MostBytes = 60_000;

    [Fact]
    public void None_is_too_large_for_the_compiler_to_optimise()
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var sizes = typeof(MessageReader).Assembly.GetTypes().Where(type => type.Namespace == "System.Text.RegularExpressions.Generated")
            .SelectMany(type => type.GetMethods(Own)).ToLookup(method => method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0, method => $"{method.DeclaringType}.{method.Name}");
        Assert.Contains(sizes, size => size.Key > 1000);
        Assert.DoesNotContain(sizes, size => size.Key > MostBytes);
    }
}
