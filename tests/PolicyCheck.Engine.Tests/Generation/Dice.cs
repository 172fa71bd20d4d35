using System.Globalization;
using CsCheck;

namespace PolicyCheck.Tests.Generation;

/// <summary>Draws that follow from their source alone: CsCheck's random numbers, or what a fuzzer chose.</summary>
/// <param name="draw">Gives a number below another.</param>
internal sealed class Dice(Func<uint, uint> draw)
{
    public Dice(PCG numbers)
        : this(numbers.Next)
    {
    }

    public int Below(int count) => (int)draw((uint)count);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int perCent) => Below(100) < perCent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public string Number(int least, int most) => Between(least, most).ToString(CultureInfo.InvariantCulture);

    public List<T> Some<T>(IReadOnlyList<T> items, int most)
    {
        var count = Between(1, Math.Min(most, items.Count));
        var left = items.ToList();
        while (left.Count > count)
        {
            left.RemoveAt(Below(left.Count));
        }

        return left;
    }

    public static string Flow(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
