using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>
/// JUnit XML and the rules that its readers share. Nobody has published an official schema; these are the elements and attributes on which
/// Ant's, Maven's and Jenkins' agree, which is stricter than what most of them read.
/// </summary>
internal static class JUnitXml
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="testsuites">
            <xs:complexType>
              <xs:sequence><xs:element name="testsuite" type="suite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="name" type="xs:string"/>
              <xs:attributeGroup ref="counts"/>
            </xs:complexType>
          </xs:element>
          <xs:attributeGroup name="counts">
            <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
          </xs:attributeGroup>
          <xs:complexType name="suite">
            <xs:sequence>
              <xs:element name="properties" minOccurs="0">
                <xs:complexType><xs:sequence>
                  <xs:element name="property" maxOccurs="unbounded">
                    <xs:complexType>
                      <xs:attribute name="name" type="xs:string" use="required"/>
                      <xs:attribute name="value" type="xs:string" use="required"/>
                    </xs:complexType>
                  </xs:element>
                </xs:sequence></xs:complexType>
              </xs:element>
              <xs:element name="testcase" type="case" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
            <xs:attribute name="file" type="xs:string"/>
            <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
            <xs:attributeGroup ref="counts"/>
          </xs:complexType>
          <xs:complexType name="case">
            <xs:choice minOccurs="0">
              <xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="xs:string" use="required"/></xs:complexType></xs:element>
              <xs:element name="error" type="result"/>
              <xs:element name="failure" type="result"/>
              <xs:element name="system-out" type="xs:string"/>
            </xs:choice>
            <xs:attribute name="classname" type="xs:string" use="required"/>
            <xs:attribute name="name" type="xs:string" use="required"/>
          </xs:complexType>
          <xs:complexType name="result">
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="type" type="xs:string" use="required"/>
                <xs:attribute name="message" type="xs:string" use="required"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        </xs:schema>
        """;

    private static readonly XmlSchemaSet Schemas = Load();

    /// <summary>Reads a document, and holds its structure and its counts.</summary>
    public static XElement Read(string text)
    {
        var document = XDocument.Parse(text);
        document.Validate(Schemas, (_, problem) => Assert.Fail(problem.Message));
        var root = document.Root!;
        foreach (var element in root.Elements("testsuite").Prepend(root))
        {
            Assert.Equal(Number(element, "tests"), element.Descendants("testcase").Count());
            Assert.Equal(Number(element, "failures"), element.Descendants("failure").Count());
            Assert.Equal(Number(element, "errors"), element.Descendants("error").Count());
            Assert.Equal((int?)element.Attribute("skipped") ?? element.Descendants("skipped").Count(), element.Descendants("skipped").Count());
        }

        return root;
    }

    private static int Number(XElement element, string name) => (int)element.Attribute(name)!;

    private static XmlSchemaSet Load()
    {
        using var reader = XmlReader.Create(new StringReader(Schema));
        var schemas = new XmlSchemaSet();
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }
}
