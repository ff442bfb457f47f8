// Sign-in with Entra ID in front of the app ("EasyAuth"). Everybody still passes, because patients and providers have no
// account; who is signed in is added to the request for the app to read.
param appName string
param clientId string
param tenantId string

resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: appName }

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
        }
        validation: { allowedAudiences: ['api://${clientId}', clientId] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}
