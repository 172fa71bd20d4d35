using System.Globalization;
using CsCheck;

namespace PolicyCheck.Tests.Generation;

/// <summary>Draws that follow from CsCheck's random numbers alone.</summary>
internal sealed class Dice(PCG numbers)
{
    public int Below(int count) => (int)numbers.Next((uint)count);

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
