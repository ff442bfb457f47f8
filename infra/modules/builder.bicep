// The builder's files. Not linked to the app as its backend: linking would let only the builder in, and the app's other
// callers are patients and providers. So the builder calls the app's own address, which lets it by CORS.
param name string
param location string
param tags object

resource site 'Microsoft.Web/staticSites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'builder' })
  sku: { name: 'Free', tier: 'Free' }
  properties: {}
}

output url string = 'https://${site.properties.defaultHostname}'
